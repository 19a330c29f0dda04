-- What is noted has a noun: an authority's people are to be counted again for a competency.

alter table capacity.unsettled rename to recount;
