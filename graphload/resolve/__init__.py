"""Who is who, and which event is which: functions of what was said and decided, without any input or output."""
