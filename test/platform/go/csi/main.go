// A small CSI driver: what a cloud's is to its disks, this one is to the files of a folder. A disk is there while its file
// is; the file's content is the node that it is attached to; whoever holds a lock on the file keeps it busy.
//
// Usage: csi-driver SOCKET FOLDER
package main

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

const name = "disk.csi.platform.test"

type driver struct {
	csi.UnimplementedIdentityServer
	csi.UnimplementedControllerServer
	folder string
}

func (driver) GetPluginInfo(context.Context, *csi.GetPluginInfoRequest) (*csi.GetPluginInfoResponse, error) {
	return &csi.GetPluginInfoResponse{Name: name, VendorVersion: "1"}, nil
}

func (driver) GetPluginCapabilities(context.Context, *csi.GetPluginCapabilitiesRequest) (*csi.GetPluginCapabilitiesResponse, error) {
	service := &csi.PluginCapability_Service{Type: csi.PluginCapability_Service_CONTROLLER_SERVICE}
	controller := &csi.PluginCapability{Type: &csi.PluginCapability_Service_{Service: service}}
	return &csi.GetPluginCapabilitiesResponse{Capabilities: []*csi.PluginCapability{controller}}, nil
}

func (driver) Probe(context.Context, *csi.ProbeRequest) (*csi.ProbeResponse, error) {
	return &csi.ProbeResponse{Ready: wrapperspb.Bool(true)}, nil
}

func (driver) ControllerGetCapabilities(context.Context, *csi.ControllerGetCapabilitiesRequest) (*csi.ControllerGetCapabilitiesResponse, error) {
	rpc := &csi.ControllerServiceCapability_RPC{Type: csi.ControllerServiceCapability_RPC_PUBLISH_UNPUBLISH_VOLUME}
	publish := &csi.ControllerServiceCapability{Type: &csi.ControllerServiceCapability_Rpc{Rpc: rpc}}
	return &csi.ControllerGetCapabilitiesResponse{Capabilities: []*csi.ControllerServiceCapability{publish}}, nil
}

func (d driver) ControllerPublishVolume(_ context.Context, request *csi.ControllerPublishVolumeRequest) (*csi.ControllerPublishVolumeResponse, error) {
	disk, err := d.open(request.GetVolumeId())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, status.Errorf(codes.NotFound, "volume %s does not exist", request.GetVolumeId())
	}
	if err != nil {
		return nil, err
	}
	defer disk.Close()
	holder, err := os.ReadFile(disk.Name())
	if err != nil {
		return nil, err
	}
	if len(holder) > 0 && string(holder) != request.GetNodeId() {
		return nil, status.Errorf(codes.FailedPrecondition, "volume %s is already attached to node %s", request.GetVolumeId(), holder)
	}
	if err := os.WriteFile(disk.Name(), []byte(request.GetNodeId()), 0o600); err != nil {
		return nil, err
	}
	return &csi.ControllerPublishVolumeResponse{}, nil
}

func (d driver) ControllerUnpublishVolume(_ context.Context, request *csi.ControllerUnpublishVolumeRequest) (*csi.ControllerUnpublishVolumeResponse, error) {
	disk, err := d.open(request.GetVolumeId())
	// What is gone is attached nowhere.
	if errors.Is(err, fs.ErrNotExist) {
		return &csi.ControllerUnpublishVolumeResponse{}, nil
	}
	if err != nil {
		return nil, err
	}
	defer disk.Close()
	if err := disk.Truncate(0); err != nil {
		return nil, err
	}
	return &csi.ControllerUnpublishVolumeResponse{}, nil
}

// open takes the disk for itself, as long as its file is open.
func (d driver) open(handle string) (*os.File, error) {
	disk, err := os.OpenFile(filepath.Join(d.folder, filepath.Base(handle)), os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(disk.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		disk.Close()
		return nil, status.Errorf(codes.Internal, "volume %s is busy: %v", handle, err)
	}
	return disk, nil
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: csi-driver SOCKET FOLDER")
	}
	socket, folder := os.Args[1], os.Args[2]
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		log.Fatal(err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	csi.RegisterIdentityServer(server, driver{folder: folder})
	csi.RegisterControllerServer(server, driver{folder: folder})
	log.Fatal(server.Serve(listener))
}
