import { conflict } from '@milepost/service-kit/problem'

/** 409 with the view as it is now. */
export const viewChanged = (current: unknown) =>
  conflict('view-changed', 'This view was changed meanwhile.', current)
