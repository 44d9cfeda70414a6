/** Everything the trash says, in one place. */
export const texts = {
  title: 'Trash',
  back: 'Back to the list',
  loading: 'Loading the trash',
  failed: 'The trash did not load',
  empty: 'The trash is empty',
  emptyHint: 'A task that is deleted in this project comes here, and can be taken out again.',
  hint: 'A restored task brings back the subtasks that were deleted with it.',
  restore: 'Restore',
  restored: 'restored',
  more: 'Show more',
  task: 'Task',
  deleted: 'Deleted',
  by: 'By',
  with: (subtasks: string) => `with ${subtasks}`,
}
