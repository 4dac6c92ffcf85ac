using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Checks the section <c>Http</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>;
