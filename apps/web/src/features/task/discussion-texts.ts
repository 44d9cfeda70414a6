import type { Reaction, RelationKind } from '@milepost/api-contracts/discussion'
import type { LinkKind } from './links-query.ts'

/** What the parts of the panel around the fields say, in one place. */
export const words = {
  cancel: 'Cancel',
  save: 'Save',
  keep: 'Keep it',
  delete: 'Delete',
  more: 'Show more',
  commentsLater: 'Show later comments',

  write: 'Write',
  preview: 'Preview',
  nothingToPreview: 'Nothing written yet.',
  people: 'People to mention',
  mentionHint: '@ mentions somebody of the project. Markdown, Ctrl Enter sends.',
  edited: 'edited',
  commentActions: 'Comment actions',
  edit: 'Edit',
  deleteComment: 'Delete this comment?',
  deleteCommentHint: 'It leaves the conversation. That it was there stays in the activity.',
  react: 'React',

  files: 'Files',
  noFiles: 'No files yet. Drop some here, or paste a picture.',
  noFilesRead: 'No files.',
  attach: 'Attach files',
  look: 'Look at',
  drop: 'Drop to attach',
  sending: 'Sending',
  stop: 'Stop sending',
  dismiss: 'Dismiss',
  download: 'Download',
  deleteFile: 'Delete this file?',
  deleteFileHint: 'Its content cannot be brought back.',
  tooLarge: (max: string) => `A file may have ${max} at most.`,

  links: 'Links',
  noLinks: 'Linked to no other task.',
  addLink: 'Add a link',
  linkKind: 'How',
  otherTask: 'Other task',
  findTask: 'Key or title',
  noSuchTask: 'No such task in this project.',
  removeLink: 'Remove the link to',
  hiddenTask: 'A task of a project you do not see',
  unfinished: 'Finished, although it waits for what is still open:',
  notYet: 'It waits for what is still open:',

  subtasks: 'Subtasks',
  noSubtasks: 'Not broken down.',
  addSubtask: 'Add a subtask',
  subtaskTitle: 'Title of the new subtask',
  finish: 'Finish',
  reopen: 'Reopen',
  add: 'Add',
  partOf: 'Part of',
  notPartOf: 'Not part of another task',
  move: 'Move',
  moveUnder: 'Move under another task',
  moveOut: 'Move out',
  newParent: 'New parent task',

  watch: 'Watch',
  watching: 'Watching',
  watchers: 'Watched by',
  nobodyWatches: 'Nobody watches this task.',

  comments: 'Comments',
  activity: 'Activity',
  noActivity: 'Nothing has happened yet.',
  activityFailed: 'The activity did not load',
  everybody: 'Everybody',
  everything: 'Everything',
  person: 'By whom',
  kind: 'What',
  activityHint: 'Every change to a task of this project is written down here.',
  activityLoading: 'Loading the activity',
  noneSuch: 'Nothing like that has happened.',

  conflict: 'Somebody changed this task meanwhile',
  conflictFields: 'They changed',
  yours: 'You were changing',
  keepMine: 'Save mine as well',
  keepTheirs: 'Leave it as it is',

  milestone: 'Milestone',
  category: 'Category',
  none: 'None',
  notBefore: 'Not before',
  pinned: 'Dates pinned',
  pinnedYes: 'Yes, scheduling never moves them',
  pinnedNo: 'No',
  editDescription: 'Edit description',
}

export const reactionWord: Record<Reaction, string> = {
  thumbs_up: 'Thumbs up',
  done: 'Done',
  heart: 'Heart',
  party: 'Celebrate',
  eyes: 'Looking',
  question: 'Question',
}

const relationWord: Record<RelationKind, string> = {
  relates: 'Relates to',
  duplicates: 'Duplicates',
  duplicated_by: 'Duplicated by',
}

export const linkWord: Record<LinkKind, string> = {
  waits_for: 'Waits for',
  blocks: 'Is waited for by',
  ...relationWord,
}
