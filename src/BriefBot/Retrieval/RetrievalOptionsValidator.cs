using Microsoft.Extensions.Options;

namespace BriefBot.Retrieval;

/// <summary>Checks the section <c>Retrieval</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class RetrievalOptionsValidator : IValidateOptions<RetrievalOptions>;
