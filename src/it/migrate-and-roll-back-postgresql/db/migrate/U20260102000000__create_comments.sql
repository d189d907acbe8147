DELETE FROM comments;
DROP TABLE comments;
