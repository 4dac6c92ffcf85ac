using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>Checks the section <c>Chat</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
