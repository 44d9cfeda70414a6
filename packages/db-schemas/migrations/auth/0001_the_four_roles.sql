-- Roles are part of the program: policies name them, so no screen adds one.
INSERT INTO "auth"."roles" ("id", "name", "description") VALUES
	('01980000-0000-7000-8000-000000000001', 'admin', 'Full access to the system.'),
	('01980000-0000-7000-8000-000000000002', 'executive', 'Reads every project, asks for analyses, changes nothing.'),
	('01980000-0000-7000-8000-000000000003', 'project_manager', 'Manages the projects of own teams and approves their timesheets.'),
	('01980000-0000-7000-8000-000000000004', 'contributor', 'Updates assigned tasks and logs time.');
