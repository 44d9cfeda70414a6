import { XMLParser } from 'fast-xml-parser'
import { badFile } from './refusals.ts'

/** Elements as records of strings, records and, for the names given, lists. */
export interface XmlRecord {
  [name: string]: XmlValue | undefined
}
type XmlValue = string | XmlRecord | XmlValue[]

const depthMax = 20

/**
 * Reads XML without types, attributes and namespaces. There are no entities but the five that XML
 * itself names: a document type is refused, so none can be declared. Throws 400.
 */
export function readXml(text: string, lists: ReadonlySet<string>): XmlRecord {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw badFile('A document type is not allowed here.')
  const parser = new XMLParser({
    ...{
      ignoreAttributes: true,
      ignoreDeclaration: true,
      ignorePiTags: true,
      removeNSPrefix: true,
    },
    ...{ parseTagValue: false, processEntities: false, trimValues: true, maxNestedTags: depthMax },
    isArray: (name) => lists.has(name),
    // Hours by the hour: most of many files, and nothing here reads them.
    updateTag: (name) => (name === 'TimephasedData' ? false : name),
  })
  try {
    return parser.parse(text, true)
  } catch {
    throw badFile('This is not well-formed XML.')
  }
}

export const listIn = (record: XmlRecord | undefined, name: string): XmlRecord[] => {
  const value = record?.[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export const recordIn = (record: XmlRecord | undefined, name: string): XmlRecord | undefined => {
  const value = record?.[name]
  return value !== undefined && isRecord(value) ? value : undefined
}

/** Empty when it is not there. */
export const textIn = (record: XmlRecord | undefined, name: string): string => {
  const value = record?.[name]
  return typeof value === 'string' ? decodeEntities(value) : ''
}

const isRecord = (value: XmlValue): value is XmlRecord =>
  typeof value === 'object' && !Array.isArray(value)

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeEntities = (text: string) =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
