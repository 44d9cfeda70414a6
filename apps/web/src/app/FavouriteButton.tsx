import { useFavourites, useSetFavourite } from '#shared/api/favourites-query.ts'
import { IconButton } from '#shared/ui/IconButton.tsx'

/** Puts the project first in the reader's sidebar, and its milestones' moves into their inbox. */
export function FavouriteButton({ projectId }: { projectId: string }) {
  const favourites = useFavourites()
  const set = useSetFavourite(projectId)
  if (!favourites.data) return null
  const isOne = favourites.data.includes(projectId)
  return (
    <IconButton
      icon={isOne ? 'starred' : 'star'}
      iconSize={14}
      label={isOne ? 'Remove from favourites' : 'Add to favourites'}
      aria-pressed={isOne}
      onClick={() => set.mutate(!isOne)}
    />
  )
}
