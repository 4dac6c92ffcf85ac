using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge;

/// <summary>Checks the section <c>Knowledge</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>;
