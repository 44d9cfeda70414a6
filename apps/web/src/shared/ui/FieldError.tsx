import { HealthMark } from './HealthMark.tsx'

/** What is wrong and what to do about it, below the field, with a shape beside the colour. */
export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <p id={id} role="alert" className="mt-1.5 flex items-start gap-1.5 text-red-fg text-xs">
      <HealthMark health="red" size={9} className="mt-[3px]" />
      <span>{text}</span>
    </p>
  )
}
