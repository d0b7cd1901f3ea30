/** Every document the frontend sends; the build writes them to graphql/documents.json. */
export { BuildingBlockDocument, BuildingBlocksDocument } from './buildingBlocks.ts'
export { ConceptDocument, SubjectsDocument, TargetsDocument } from './concepts.ts'
export { DefaultHomeDocument, PageDocument, RedirectDocument, ShellDocument } from './pages.ts'
export {
  CountriesDocument,
  CountryDocument,
  OrganisationDocument,
  OrganisationsDocument,
  RegionDocument,
} from './places.ts'
export { PreviewDocument } from './preview.ts'
export {
  ConceptLabelDocument,
  FilterChoicesDocument,
  RecordDocument,
  RecordsByTypeDocument,
  RecordsDocument,
} from './records.ts'
