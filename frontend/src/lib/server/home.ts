import type { ResultOf } from '../documents/graphql.ts'
import type { DefaultHomeDocument, HomeBlock } from '../documents/pages.ts'
import type { Locale } from '../locales.ts'
import { translator } from '../texts.ts'

interface Home {
  title: string
  tabTitle: string
  description: string
  blocks: HomeBlock[]
}

/** The arrangement of the home page while nobody has made one in the hub. */
export function builtInHome(content: ResultOf<typeof DefaultHomeDocument>, locale: Locale): Home {
  const t = translator(locale)
  return {
    title: t('site.name'),
    tabTitle: t('site.name'),
    description: t('home.introduction'),
    blocks: [
      {
        __typename: 'SearchHomeBlock',
        id: 'search',
        title: t('home.title'),
        introduction: t('home.introduction'),
        placeholder: '',
      },
      { __typename: 'TargetsHomeBlock', id: 'targets', title: '', groups: content.groups },
      { __typename: 'NewRecordsHomeBlock', id: 'new', title: '', records: content.records.nodes },
    ],
  }
}
