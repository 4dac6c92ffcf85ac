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
