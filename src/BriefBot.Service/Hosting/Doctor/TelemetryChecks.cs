using System.Net.Sockets;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Looks whether a collector listens where metrics and traces are to be sent by OTLP.</summary>
internal static class TelemetryChecks
{
    private const string Area = "otlp";

    /// <summary>Returns one finding for each address, and none where nothing is sent by OTLP.</summary>
    public static async Task<IReadOnlyList<DoctorResult>> CheckAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (OtlpSettings.Read(configuration).Problem is { } problem)
        {
            return [DoctorResult.Problem(Area, $"{problem}: nothing is sent")];
        }

        var found = new List<DoctorResult>();
        foreach (var address in OtlpSettings.Addresses(configuration))
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(address.DnsSafeHost, address.Port, cancellationToken);
                found.Add(DoctorResult.Good(Area, $"a collector listens at {address.DnsSafeHost}:{address.Port}"));
            }
            catch (SocketException)
            {
                found.Add(
                    DoctorResult.Problem(
                        Area,
                        $"nothing listens at {address.DnsSafeHost}:{address.Port}, where metrics and traces are sent. The service runs without it; check the collector and the port in the variable."
                    )
                );
            }
        }

        return found;
    }
}
