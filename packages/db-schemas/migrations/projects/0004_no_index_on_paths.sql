-- A subtree is looked for within one project only, and keeping the index current cost every move.
DROP INDEX "projects"."tasks_path";