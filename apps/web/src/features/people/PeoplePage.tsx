import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useTeams } from '#shared/api/teams-query.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { NewPersonDialog } from './NewPersonDialog.tsx'
import { NewTeamDialog } from './NewTeamDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { useSkills, useUsers } from './people-query.ts'
import { texts } from './texts.ts'

/** Who works here, in which teams, with which skills. For administrators. */
export function PeoplePage() {
  const users = useUsers()
  const teams = useTeams()
  const skills = useSkills()
  const [adding, setAdding] = useState<'person' | 'team' | null>(null)
  const close = () => setAdding(null)

  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          <Button variant="primary" onClick={() => setAdding('person')}>
            <Icon name="add" />
            {texts.addPerson}
          </Button>
        }
      />
      <main className="grid max-w-(--content-max) items-start gap-4 px-6 pt-4 pb-8 max-sm:p-3 xl:grid-cols-[minmax(0,1fr)_328px]">
        <Panel title={texts.people} {...(users.data && { note: users.data.items.length })}>
          <Section query={users} what={texts.people}>
            {users.data && <PeopleTable people={users.data.items} />}
          </Section>
          {users.data?.next_cursor && (
            <p className="border-line border-t px-4 py-2 text-ink-3 text-xs">
              {texts.more(users.data.items.length)}
            </p>
          )}
        </Panel>
        <div className="grid gap-4">
          <Panel
            title={texts.teams}
            {...(teams.data && { note: teams.data.items.length })}
            aside={
              <Button variant="ghost" size="sm" onClick={() => setAdding('team')}>
                <Icon name="add" size={12} />
                {texts.addTeam}
              </Button>
            }
          >
            <Section query={teams} what={texts.teams}>
              <Lines
                empty={texts.noTeams}
                lines={(teams.data?.items ?? []).map(({ id, name, member_count }) => ({
                  id,
                  name,
                  note: member_count === undefined ? '' : texts.members(member_count),
                }))}
              />
            </Section>
          </Panel>
          <Panel title={texts.skills} {...(skills.data && { note: skills.data.items.length })}>
            <Section query={skills} what={texts.skills}>
              <Lines
                empty={texts.noSkills}
                lines={(skills.data?.items ?? []).map(({ id, name, category }) => ({
                  id,
                  name,
                  note: category,
                }))}
              />
            </Section>
          </Panel>
        </div>
      </main>
      {adding === 'person' && <NewPersonDialog teams={teams.data?.items ?? []} onClose={close} />}
      {adding === 'team' && <NewTeamDialog onClose={close} />}
    </>
  )
}

interface SectionProps {
  query: Pick<UseQueryResult, 'isPending' | 'isError' | 'data' | 'error' | 'refetch'>
  what: string
  children: ReactNode
}

/** A panel's content, or its shape while it loads, or why it did not. */
function Section({ query, what, children }: SectionProps) {
  if (query.isPending) {
    return (
      <Loading label={texts.loading}>
        <div className="grid gap-3 p-4">
          <Skeleton className="h-2.5 w-3/5" />
          <Skeleton className="h-2.5 w-2/5" />
        </div>
      </Loading>
    )
  }
  if (query.isError && !query.data) {
    return (
      <FailedState
        title={texts.failed(what)}
        onRetry={() => void query.refetch()}
        reference={referenceOf(query.error)}
      >
        {explain(query.error)}
      </FailedState>
    )
  }
  return children
}

interface LinesProps {
  lines: readonly { id: string; name: string; note: string }[]
  empty: string
}

function Lines({ lines, empty }: LinesProps) {
  if (lines.length === 0) return <p className="px-4 py-3 text-ink-2">{empty}</p>
  return (
    <ul className="py-1">
      {lines.map(({ id, name, note }) => (
        <li key={id} className="flex min-h-8 items-center justify-between gap-3 px-4">
          <span className="min-w-0">{name}</span>
          <span className="whitespace-nowrap text-ink-3 text-xs">{note}</span>
        </li>
      ))}
    </ul>
  )
}
