/** Eight hours: the working day in which lags are stored. */
export const minutesPerWorkingDay = 480

/**
 * Whole working days of a lag in working minutes, rounded towards later: a waiting time is never cut
 * short (+1 minute is a day) and an overlap never stretched (−479 minutes are none).
 */
export const lagDays = (lagMinutes: number): number =>
  // Adding zero turns −0 into 0.
  Math.ceil(lagMinutes / minutesPerWorkingDay) + 0
