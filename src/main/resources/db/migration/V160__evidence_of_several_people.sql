-- One proof may speak of several people: a need's baseline says of each person on its list what they hold already.
create unique index evidence_once_each on evidence.evidence (authority, source_id, official, competency, level);
drop index evidence.evidence_once;
alter index evidence.evidence_once_each rename to evidence_once;
