using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>Checks the section <c>Discord</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
