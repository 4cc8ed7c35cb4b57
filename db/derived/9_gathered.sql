-- The edition of the rule by which every claim held was last looked at for gathering; no row where none was yet.

-- create
create table gathered (
    edition integer primary key
);

-- fill

-- clear
