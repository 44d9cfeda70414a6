import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import { useSearchParams } from 'react-router'
import { Button } from '#shared/ui/Button.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { forecastScale } from './forecast-scale.ts'
import { busiestWeek, inOrder, type Order, orders, parseOrder } from './overview.ts'
import { ProjectCard } from './ProjectCard.tsx'
import { texts } from './texts.ts'

interface ProjectTableProps {
  projects: readonly PortfolioProject[]
  today: string
  className?: string
}

const { columns } = texts

/** One row per active project; on a phone one card. */
export function ProjectTable({ projects, today, className = '' }: ProjectTableProps) {
  const [search, setSearch] = useSearchParams()
  const order = parseOrder(search.get('order'))
  const scale = forecastScale(projects, today)
  const busiest = busiestWeek(projects)
  const chooseOrder = (chosen: Order) =>
    setSearch(
      (before) => {
        before.set('order', chosen)
        return before
      },
      { replace: true, preventScrollReset: true },
    )

  return (
    <Panel
      title={texts.projects}
      note={projects.length}
      aside={
        <>
          <Legend />
          <OrderMenu order={order} onChoose={chooseOrder} />
        </>
      }
      className={`@container ${className}`}
    >
      {projects.length === 0 && <p className="px-4 py-3 text-ink-2">{texts.noActive}</p>}
      {projects.length > 0 && (
        <table className="w-full table-fixed border-collapse card:block">
          <thead className="card:sr-only">
            <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
              <th scope="col" className="pl-4!">
                {columns.project}
              </th>
              <th scope="col" className="w-[120px] @min-[900px]:w-[14%]">
                {columns.progress}
              </th>
              <th scope="col" className="w-[158px] @min-[900px]:w-44">
                {columns.health}
              </th>
              <th scope="col" className="w-[168px] @min-[900px]:w-[30%]">
                {columns.finish}
              </th>
              <th scope="col" className="w-28 @min-[900px]:w-32">
                {columns.done}
              </th>
              <th scope="col" className="w-[72px] pr-4! @min-[900px]:w-[88px]">
                {columns.blocked}
              </th>
            </tr>
          </thead>
          <tbody className="card:block">
            {inOrder(projects, order).map((project) => (
              <ProjectCard
                key={project.id}
                project={project}
                scale={scale}
                today={today}
                busiestWeek={busiest}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

const Legend = () => (
  <span className="mr-2 flex items-center gap-3.5 whitespace-nowrap text-ink-3 text-xs @max-[559px]:hidden">
    <span className="flex items-center gap-1.5">
      <i className="h-3 w-px bg-today" />
      {texts.today}
    </span>
    <span className="flex items-center gap-1.5">
      <i className="h-3 w-0.5 bg-ink" />
      {texts.reference}
    </span>
  </span>
)

const OrderMenu = ({ order, onChoose }: { order: Order; onChoose: (order: Order) => void }) => (
  <Menu
    label="Order"
    placement="bottom-end"
    groups={[
      {
        items: Object.entries(orders).map(([key, label]) => ({
          label,
          checked: key === order,
          onSelect: () => onChoose(parseOrder(key)),
        })),
      },
    ]}
  >
    {(trigger) => (
      <Button variant="ghost" size="sm" {...trigger}>
        {orders[order]} <Icon name="down" size={12} />
      </Button>
    )}
  </Menu>
)
