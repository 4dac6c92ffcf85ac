using System.Runtime.InteropServices;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Handles SIGHUP from the first moment on: by default the signal would end the process, even while the service still starts. A signal that
/// comes before anyone waits is delivered to the first that does.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ReloadSignal : IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>On other systems that have it, the signal says that the terminal is gone.</summary>
    private readonly PosixSignalRegistration? _registration;
    private Action? _told;
    private bool _isPending;

    public ReloadSignal() => _registration = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, Take);

    /// <summary>Calls <paramref name="told"/> on each signal from now on, on any thread, and at once where one came before.</summary>
    public void Listen(Action told)
    {
        bool isPending;
        lock (_lock)
        {
            (_told, isPending, _isPending) = (told, _isPending, false);
        }

        if (isPending)
        {
            told();
        }
    }

    public void Dispose() => _registration?.Dispose();

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Action? told;
        lock (_lock)
        {
            told = _told;
            _isPending = told is null;
        }

        told?.Invoke();
    }
}
