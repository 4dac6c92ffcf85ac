using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>A section whose settings take effect when they change. Safe for concurrent use.</summary>
internal sealed class LiveOptions<T>(IOptionsFactory<T> factory) : IOptions<T>, ILiveOptions
    where T : class
{
    private volatile T _value = factory.Create(Options.DefaultName);

    /// <summary>The current value; a later call may return another.</summary>
    public T Value => _value;

    public Action Read()
    {
        var read = factory.Create(Options.DefaultName);
        return () => _value = read;
    }
}

/// <summary>A section that can be read again.</summary>
internal interface ILiveOptions
{
    /// <summary>Reads the section as it is set now.</summary>
    /// <returns>Applies the values that were read.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A value is not allowed.</exception>
    Action Read();
}
