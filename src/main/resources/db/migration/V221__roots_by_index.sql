-- Every second somebody asks for the authorities with none above them: found by two short indexes instead of the whole tree.
create index closure_self on authorities.closure (ancestor) include (valid) where depth = 0;
create index closure_parent on authorities.closure (descendant) include (valid) where depth = 1;
