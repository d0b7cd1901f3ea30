const LENGTH = 220

/** A text cut at a word near 220 characters, for lists. */
export function shortened(text: string, length: number = LENGTH): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}
