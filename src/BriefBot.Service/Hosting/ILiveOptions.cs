namespace BriefBot.Service.Hosting;

/// <summary>A section that can be read again.</summary>
internal interface ILiveOptions
{
    /// <summary>Reads the section as it is set now.</summary>
    /// <returns>Applies the values that were read.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A value is not allowed.</exception>
    Action Read();
}
