import { useState } from 'react'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useMe } from '#shared/api/session-store.ts'
import { useTeams } from '#shared/api/teams-query.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { type CalendarPlace, useCalendar } from './calendar-api.ts'
import { DaysPanel } from './DaysPanel.tsx'
import { texts } from './texts.ts'
import { WeekendPanel } from './WeekendPanel.tsx'
import { WindowsPanel } from './WindowsPanel.tsx'

/** When people work, and when nothing may be changed: the organisation's calendar and its teams'. */
export function CalendarsPage() {
  const me = useMe()
  const teams = useTeams().data?.items ?? []
  const admin = me?.roles.includes('admin') ?? false
  const own = teams.filter(({ id }) => admin || me?.teams.some((team) => team.id === id))
  const [chosen, setChosen] = useState<string | null>(null)
  // Managers begin where they may write.
  const choice = chosen ?? (admin ? 'organisation' : (own[0]?.id ?? 'organisation'))
  const place: CalendarPlace = choice === 'organisation' ? choice : { teamId: choice }

  return (
    <>
      <PageHeader title={texts.title} />
      <main className="grid w-full max-w-[1120px] gap-4 px-6 py-4 max-sm:p-3">
        <div className="flex items-center gap-2.5">
          <label htmlFor="calendar-of" className="font-medium">
            {texts.which}
          </label>
          <Select
            compact
            id="calendar-of"
            value={choice}
            onChange={({ target }) => setChosen(target.value)}
            className="w-72!"
          >
            <option value="organisation">{texts.organisation}</option>
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <OneCalendar key={choice} place={place} />
      </main>
    </>
  )
}

function OneCalendar({ place }: { place: CalendarPlace }) {
  const query = useCalendar(place)
  const calendar = query.data
  if (query.isPending) {
    return (
      <Loading label={texts.loading}>
        <Skeleton className="h-64 rounded-lg" />
      </Loading>
    )
  }
  if (!calendar) {
    return (
      <FailedState
        title={texts.failed}
        onRetry={() => void query.refetch()}
        reference={referenceOf(query.error)}
      >
        {explain(query.error)}
      </FailedState>
    )
  }
  const hint = !calendar.can.update
    ? texts.readOnly
    : calendar.scope === 'team'
      ? texts.teamHint
      : undefined
  return (
    <>
      {hint && <p className="text-ink-2">{hint}</p>}
      <WeekendPanel place={place} calendar={calendar} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <DaysPanel place={place} calendar={calendar} />
        <WindowsPanel place={place} calendar={calendar} />
      </div>
    </>
  )
}
