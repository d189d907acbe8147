INSERT INTO posts SELECT id + 2, title FROM posts;
