using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Checks the section <c>Answers</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class AnswersOptionsValidator : IValidateOptions<AnswersOptions>;
