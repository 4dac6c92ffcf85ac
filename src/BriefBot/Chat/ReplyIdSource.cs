namespace BriefBot.Chat;

/// <summary>A new id for a reply: short, unlike any other.</summary>
public delegate string ReplyIdSource();
