import { ChartText } from './BarShapes.tsx'
import { type DrawnLink, headPath, lagLabel, linePath } from './links.ts'

interface LinkShapesProps {
  drawn: readonly DrawnLink[]
  /** Both ends lie on the critical path, and that is shown. */
  isCritical: (link: DrawnLink['link']) => boolean
}

const looks = {
  plain: { colour: 'var(--color-arrow)', width: 1 },
  critical: { colour: 'var(--color-bar-critical-done)', width: 1.6 },
  violated: { colour: 'var(--color-red-mark)', width: 1.6 },
} as const
type Look = keyof typeof looks

/** All arrows of one look are one path: hundreds of them cost what one costs. */
export function LinkShapes({ drawn, isCritical }: LinkShapesProps) {
  const lookOf = ({ link }: DrawnLink): Look =>
    link.violated_days !== undefined ? 'violated' : isCritical(link) ? 'critical' : 'plain'
  const groups = Map.groupBy(drawn, lookOf)
  return (
    <>
      {(['plain', 'critical', 'violated'] as const).map((look) => {
        const group = groups.get(look)
        if (!group) return null
        const { colour, width } = looks[look]
        return (
          <g key={look} data-links={look}>
            <path
              d={group.map(({ points }) => linePath(points)).join('')}
              fill="none"
              stroke={colour}
              strokeWidth={width}
            />
            <path d={group.map(({ points }) => headPath(points)).join('')} fill={colour} />
          </g>
        )
      })}
      {drawn.map(({ link, points }) => {
        const corner = points[1]
        if (link.lag_minutes === 0 || !corner) return null
        return (
          <ChartText key={link.id} x={corner[0] + 4} y={corner[1] + 11} halo>
            {lagLabel(link.lag_minutes)}
          </ChartText>
        )
      })}
    </>
  )
}
