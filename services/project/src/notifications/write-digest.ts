import type { NotificationKind } from '@milepost/api-contracts/notifications'

export interface DigestLine {
  kind: NotificationKind
  count: number
  detail: Record<string, string | null>
  project: string
  project_id: string
  task_id: string | null
  task_key: string | null
  task_title: string | null
  milestone: string | null
  actor: string | null
}

/** Plain text, project by project: it reads the same in every mail program. */
export function writeDigest(
  person: { display_name: string },
  lines: readonly DigestLine[],
  publicUrl: string,
): { subject: string; text: string } {
  const byProject = Map.groupBy(lines, ({ project }) => project)
  const total = lines.length === 1 ? 'One thing' : `${lines.length} things`
  const paragraphs = [...byProject].map(([project, own]) =>
    [project, ...own.map((line) => `  - ${sentence(line)}\n    ${address(line, publicUrl)}`)].join(
      '\n',
    ),
  )
  return {
    subject: `${total} in ${byProject.size === 1 ? lines[0]?.project : `${byProject.size} projects`}`,
    text: [
      `Hello ${person.display_name},`,
      `${total} happened in your projects since the last digest.`,
      ...paragraphs,
      `What you are told of, and whether by mail, you choose at ${publicUrl}/inbox/preferences`,
    ].join('\n\n'),
  }
}

function sentence({ kind, count, detail, actor, milestone, ...line }: DigestLine): string {
  const task = `${line.task_key} ${line.task_title}`
  const somebody = actor ?? 'Somebody'
  const times = count === 1 ? '' : ` (${count} times)`
  switch (kind) {
    case 'assigned':
      return `${somebody} gave you ${task}`
    case 'mentioned':
      return `${somebody} mentioned you in ${task}: ${detail.excerpt}${times}`
    case 'commented':
      return `${somebody} commented on ${task}: ${detail.excerpt}${times}`
    case 'blocked':
      return `${task} is blocked: ${detail.reason}`
    case 'status_changed':
      return count === 1
        ? `${somebody} moved ${task}`
        : `${count} of the tasks you follow were moved, the last of them ${task}`
    case 'due_soon':
      return `${task} is due on ${detail.due_date}`
    case 'milestone_moved':
      return detail.change === 'missed'
        ? `The milestone ${milestone ?? detail.name} was missed: it was due on ${detail.to}`
        : `The milestone ${milestone ?? detail.name} moved from ${detail.from} to ${detail.to}`
    case 'week_decided':
      return 'Your week was decided on'
  }
}

const address = ({ project_id, task_id }: DigestLine, publicUrl: string) =>
  `${publicUrl}/projects/${project_id}/${task_id === null ? 'milestones' : `board?task=${task_id}`}`
