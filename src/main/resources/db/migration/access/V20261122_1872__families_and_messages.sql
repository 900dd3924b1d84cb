-- As in businesses that begin today.
update role set permissions = permissions || array['family.edit', 'message.view'], version = version + 1, updated_at = now()
where standard in ('owner', 'manager', 'front_desk') and permissions <> '{}' and not 'family.edit' = any(permissions);
