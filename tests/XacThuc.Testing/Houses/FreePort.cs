using System.Net;
using System.Net.Sockets;

namespace XacThuc.Testing.Houses;

/// <summary>
/// Ports for houses that must know their address before they listen. Never the same twice in a process, and below those
/// the system hands out for outgoing connections, which would take one between the asking and the listening.
/// </summary>
internal static class FreePort
{
    private static int _taken;

    public static int Take()
    {
        while (true)
        {
            var port = 20_000 + (int)((Environment.ProcessId * 97L + Interlocked.Increment(ref _taken)) % 12_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it.
            }
        }
    }
}
