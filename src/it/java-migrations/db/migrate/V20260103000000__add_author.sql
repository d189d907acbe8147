ALTER TABLE posts ADD COLUMN author text DEFAULT 'nobody';
