using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BriefBot.Service.Hosting;

/// <summary><c>serve</c>: runs until it is told to stop, and finishes the running answers.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        using var reload = new ReloadSignal();
        await using var service = BotHost.Service(settings, reload);
        var urls = string.Join(", ", ListenUrls.Read(service.Configuration));
        var logger = service.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BriefBot");
        StartReport.Write(service, logger);
        try
        {
            await service.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Urls: {urls} is in use by another program. Stop it, or choose another address with --urls URL.",
                e
            );
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"Urls: the service can't listen on {urls} ({e.Message}). Choose another address with --urls URL.",
                e
            );
        }

        foreach (var address in service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Log.Listening(logger, address);
        }

        if (!Console.IsOutputRedirected && !Console.IsInputRedirected)
        {
            Console.WriteLine(
                $"Open {ListenUrls.Read(service.Configuration)[0].Replace("*", "localhost", StringComparison.Ordinal)} · Ctrl+C stops"
            );
        }

        await service.WaitForShutdownAsync(cancellationToken);
        Log.Stopped(logger);
        return ExitCode.Done;
    }
}
