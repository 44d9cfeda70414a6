import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { texts } from './texts.ts'

const panel = 'rounded-lg border border-line bg-surface'
const rows = ['w-2/3', 'w-5/12', 'w-7/12', 'w-1/2']

/** The shape of the portfolio while it is on its way. */
export const DashboardSkeleton = () => (
  <Loading label={texts.loading}>
    <div className="@container">
      <div className="grid max-w-(--content-max) gap-4 px-6 py-4 max-sm:p-3 beside:grid-cols-[minmax(0,1fr)_328px] @min-[1392px]:beside:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid content-start gap-4">
          <div className={`${panel} h-[146px]`} />
          <div className={panel}>
            <div className="h-9 border-line border-b" />
            {rows.map((width) => (
              <div
                key={width}
                className="grid h-14 grid-cols-[1fr_56px_72px] items-center gap-4 border-line px-4 not-first:border-t"
              >
                <div className="grid gap-1.5">
                  <Skeleton className={`h-2.5 ${width}`} />
                  <Skeleton className="h-2 w-1/3" />
                </div>
                <Skeleton className="h-1.5" />
                <Skeleton className="h-[18px] w-15" />
              </div>
            ))}
          </div>
        </div>
        <div className="grid content-start gap-4">
          <div className={`${panel} h-[150px]`} />
          <div className={`${panel} h-80`} />
        </div>
      </div>
    </div>
  </Loading>
)
