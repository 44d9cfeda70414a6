import type { ImportField } from '@milepost/api-contracts/imports'
import type { TaskPriority, TaskStatus } from '@milepost/api-contracts/tasks'

/** How a name compares with another: "Due date" is "due_date" is "DUE DATE". */
export const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}%]+/gu, '')

const listed = <Value extends string>(words: Record<Value, string>): Map<string, Value> =>
  new Map(
    (Object.entries(words) as [Value, string][]).flatMap(([value, list]) =>
      [value, ...list.split(',')].map((word): [string, Value] => [plain(word), value]),
    ),
  )

const statusOf = listed<TaskStatus>({
  backlog: 'proposed,idea,later,icebox,on hold,postponed,deferred',
  todo: 'to do,open,new,ready,selected for development,planned,not started,reopened,next,pending',
  in_progress: 'in progress,doing,started,in development,active,wip,ongoing,implementing,in work',
  in_review:
    'in review,review,code review,testing,in test,qa,verify,in verification,waiting for approval,under review',
  blocked: 'on hold by others,impediment,stuck,waiting',
  done: 'closed,resolved,complete,completed,finished,released,deployed,100%',
  cancelled: 'canceled,rejected,wont do,wont fix,declined,obsolete,duplicate,dropped',
})
export const parseStatus = (text: string) => statusOf.get(plain(text))

const priorityOf = listed<TaskPriority>({
  urgent: 'highest,critical,blocker,immediate,p0,p1,1,very high',
  high: 'major,p2,2',
  medium: 'normal,moderate,p3,3,default,none',
  low: 'minor,lowest,trivial,p4,p5,4,5,very low',
})
export const parsePriority = (text: string) => priorityOf.get(plain(text))

const fieldOf = listed<ImportField>({
  external_key:
    'key,issue key,id,issue id,task id,number,ref,reference,unique id,external id,ticket',
  title: 'summary,name,task,task name,subject,titel,aufgabe,vorgang,vorgangsname',
  parent: 'parent key,parent id,parent task,epic link,parent issue,epic,custom field (epic link)',
  wbs: 'wbs code,outline number,psp-code,gliederungsnummer',
  outline_level: 'level,gliederungsebene,indent',
  description: 'notes,details,body,beschreibung,notizen',
  status: 'state,column,list,phase,bucket name,progress status',
  priority: 'prio,importance,severity',
  assignee:
    'assigned to,owner,responsible,resource names,resource,assignee email,bearbeiter,ressourcennamen',
  category: 'work category',
  milestone: 'fix version,fix version/s,fix versions,target milestone',
  labels: 'label,tags,tag,component,components,component/s',
  start_date: 'start,planned start,begin,starts,custom field (start date),anfang,start on',
  due_date:
    'due,deadline,finish,end,end date,finish date,planned finish,due on,ende,fertig stellen,target date,target end',
  not_before: 'not before,constraint date,start no earlier than',
  estimate:
    'estimate h,estimate hours,estimated hours,original estimate,work,effort,hours,estimated time,arbeit,aufwand',
  remaining: 'remaining h,remaining hours,remaining estimate,remaining work,verbleibende arbeit',
  completion_percentage:
    'progress,progress %,% complete,percent complete,% done,% abgeschlossen,done %',
  completed_on:
    'resolved,completed,completed on,actual finish,resolution date,completed date,finished on',
  blocked_reason: 'blocked reason,blocked because,flagged reason',
  predecessors: 'predecessor,depends on,blocked by,vorgänger,inward issue link (blocks)',
  blocks: 'successors,successor,outward issue link (blocks),nachfolger',
})

/** Fields that several columns may share; of any other only the first column counts. */
const shared: ReadonlySet<ImportField> = new Set<ImportField>([
  ...(['labels', 'predecessors', 'blocks'] as const),
])

/** What each column of a table is most likely about. */
export function suggestMapping(header: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return header.map((name) => {
    const field = fieldOf.get(plain(name)) ?? null
    if (field === null || (taken.has(field) && !shared.has(field))) return null
    taken.add(field)
    return field
  })
}
