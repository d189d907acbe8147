-- Looked for in lists.
CREATE INDEX index_posts_on_title_and_id
  ON posts (title, id);
