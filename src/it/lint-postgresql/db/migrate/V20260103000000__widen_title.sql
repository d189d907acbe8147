ALTER TABLE posts ALTER COLUMN title TYPE varchar(200);
-- jets:safe the table is empty
ALTER TABLE posts ALTER COLUMN title SET NOT NULL;
