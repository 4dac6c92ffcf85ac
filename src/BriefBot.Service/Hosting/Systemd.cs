using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting.Systemd;

namespace BriefBot.Service.Hosting;

/// <summary>Tells systemd when the service has started and when it stops.</summary>
/// <remarks>
/// .NET's own detection reads the parent's entry in <c>/proc</c>, which a unit with <c>ProtectProc=invisible</c> hides; here systemd's
/// variables decide.
/// </remarks>
internal static class Systemd
{
    /// <summary>Gets whether the log goes to systemd's journal, which keeps times itself.</summary>
    public static bool IsJournal => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("JOURNAL_STREAM"));

    private static bool WantsToBeTold => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));

    /// <summary>Tells systemd, where it asks for that.</summary>
    public static void Add(IServiceCollection services)
    {
        if (WantsToBeTold)
        {
            services.TryAddSingleton<ISystemdNotifier, SystemdNotifier>();
            services.AddSingleton<IHostLifetime, SystemdLifetime>();
        }
    }
}
