import {
  type ImportField,
  type ImportPreview,
  importFieldSchema,
} from '@milepost/api-contracts/imports'
import { Select } from '#shared/ui/Select.tsx'
import { fieldWords, texts } from './texts.ts'

interface ColumnsTableProps {
  columns: ImportPreview['columns']
  onMap: (column: number, field: ImportField | null) => void
}

/** Each column of the file, and what it is taken for. */
export const ColumnsTable = ({ columns, onMap }: ColumnsTableProps) => (
  <div className="max-h-[420px] overflow-y-auto">
    <table className="w-full table-fixed border-collapse">
      <thead>
        <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
          <th scope="col" className="pl-4!">
            {texts.column}
          </th>
          <th scope="col" className="w-44 pr-4!">
            {texts.means}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, samples, field }, place) => (
          // Columns have no name of their own but their place: two may be called alike.
          <tr key={`${place} ${name}`} className="border-line border-t *:px-2 *:py-1.5">
            <td className="pl-4!">
              <span className="block truncate font-medium" title={name}>
                {name}
              </span>
              <span className="block truncate text-ink-3 text-xs" title={samples.join(' · ')}>
                {samples.join(' · ')}
              </span>
            </td>
            <td className="pr-4!">
              <Select
                compact
                aria-label={texts.meansOf(name)}
                value={field ?? ''}
                className={field === null ? 'text-ink-3' : undefined}
                onChange={({ target }) =>
                  onMap(place, target.value === '' ? null : (target.value as ImportField))
                }
              >
                <option value="">{texts.nothing}</option>
                {importFieldSchema.options.map((option) => (
                  <option key={option} value={option}>
                    {fieldWords[option]}
                  </option>
                ))}
              </Select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
