namespace BriefBot.Service.Chat;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">The question.</param>
/// <param name="Conversation">Any name of the conversation; questions under the same name may lean on each other.</param>
/// <param name="MessageId">Any id of the message, unlike any other in its conversation; sent again it gets the same answer.</param>
internal sealed record AskRequest(string? Question, string? Conversation, string? MessageId);
