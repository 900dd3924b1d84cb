-- As in businesses that begin today.
update role set permissions = permissions || 'customer.erase'::text, version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'customer.erase' = any(permissions);
