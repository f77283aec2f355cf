/**
 * Splits the one tall SVG that Typst draws of a whole document into one SVG a page, each with the glyphs that it uses
 * and nothing else. Works on the shape of that output: a child group a page (the first one without a transform, each
 * further one moved down by the pages above it), then the definitions.
 */
export function splitPages(svg: string, pageCount: number): string[] {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)
  const width = Number(box?.[1] ?? Number.NaN)
  const height = Number(box?.[2] ?? Number.NaN) / pageCount
  const bodies = [...svg.matchAll(/^ {4}<g[ >][\s\S]*?^ {4}<\/g>$/gm)].map((match) => match[0])
  if (!Number.isFinite(width) || !Number.isFinite(height) || bodies.length !== pageCount)
    throw new Error('The pages could not be told apart.')
  const definitions = new Map<string, string>()
  const definitionParts = svg.slice(svg.lastIndexOf(bodies.at(-1) ?? '') + (bodies.at(-1)?.length ?? 0))
  for (const match of definitionParts.matchAll(/^ {8}<(\w+) id="([^"]+)"(?:[^\n]*\/>$|[\s\S]*?^ {8}<\/\1>)/gm))
    definitions.set(match[2] ?? '', match[0])

  return bodies.map((body, index) => {
    const used = new Map<string, string>()
    const collect = (text: string): void => {
      for (const match of text.matchAll(/(?:href="#|url\(#)([^")]+)/g)) {
        const id = match[1] ?? ''
        const definition = definitions.get(id)
        if (definition === undefined || used.has(id)) continue
        used.set(id, definition)
        collect(definition)
      }
    }
    collect(body)
    const top = index * height
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 ${top} ${width} ${height}" width="${width}pt" height="${height}pt"><rect x="0" y="${top}" width="${width}" height="${height}" fill="#fff"/>${body}<defs>${[...used.values()].join('')}</defs></svg>`
  })
}
